"""Numbers that prove themselves by a check digit."""


def luhn(digits: str) -> bool:
    """Payment cards (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def my_number(digits: str) -> bool:
    """Japan's number of a person: 12 digits, the last one checks (総務省令 85 of 2014, article 5)."""
    body, check = digits[:-1], int(digits[-1])
    places = enumerate(reversed(body), 1)
    remainder = sum(int(digit) * (place + 1 if place <= 6 else place - 5) for place, digit in places) % 11
    return len(digits) == 12 and check == (0 if remainder <= 1 else 11 - remainder)
