"""What pairs bring from real people: taken in, read, and handed to a model without their personal data."""
