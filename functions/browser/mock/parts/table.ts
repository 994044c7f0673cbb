import { all, filled, one, type Start } from "../dom";

const half = (text: string): string => text.normalize("NFKC").replace(/−/g, "-").trim();

/** The amount in a cell; NaN if there is none. */
const amount = (text: string): number => {
  const found = half(text).replace(/,(?=\d{3})/g, "").match(/(-?)[^\d.-]{0,4}(\d+(\.\d+)?|\.\d+)/);
  return found ? Number(`${found[1]}${found[2]}`) : NaN;
};

/** A day as a number that grows with time; NaN if it is none. "3/1" and 「3月1日」 have no year, and come as written. */
const day = (text: string): number => {
  const [year = 0, month = 0, date = 1, none] = half(text).split(/\D+/).filter(Boolean).map(Number);
  if (/[a-z]{3}/i.test(text)) return Date.parse(half(text)) / 864e5;
  const [y, m, d] = year > 31 ? [year, month, date] : [2000, year, month];
  const made = new Date(Date.UTC(y, m - 1, d));
  return none === undefined && made.getUTCMonth() === m - 1 && made.getUTCDate() === d ? +made / 864e5 : NaN;
};

const value = (cell: Element): string => cell.querySelector("input")?.value ?? cell.textContent!.trim();

export const start: Start = (root, words) => {
  const table = root.querySelector("table");
  if (!table) return;
  const body = table.tBodies[0]!;
  const heads = all(table, "thead th");
  const types = heads.map((head) => head.dataset["type"] ?? "");
  const names = heads.map((head) => head.textContent!.trim());
  const say = (word: string, column: number): void =>
    void (one(root, "[data-status]").textContent = filled(words[word], { column: names[column] ?? "" }));
  const key = (text: string, type: string): number => (type === "date" ? day(text) : amount(text));

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["track"] = `table-sort-${column + 1}`;
    button.append(...Array.from(head.childNodes));
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      const order = (a: Element, b: Element): number => {
        const [x, y] = [value(a.children[column]!), value(b.children[column]!)];
        if (types[column] === "text") return x.localeCompare(y, document.documentElement.lang, { numeric: true });
        const [n, m] = [key(x, types[column]!), key(y, types[column]!)];
        // What cannot be read stands last, in both directions.
        return isNaN(n) || isNaN(m) ? (Number(isNaN(n)) - Number(isNaN(m))) * (down ? -1 : 1) : n - m;
      };
      body.append(...Array.from(body.rows).sort((a, b) => order(a, b) * (down ? -1 : 1)));
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      say(down ? "down" : "up", column);
    });
  });

  const sum = (): void =>
    all(table, "[data-total]").forEach((cell) => {
      const { total, before, after, decimals } = cell.dataset;
      const column = Number(total);
      const result = Array.from(body.rows).reduce((all, row) => all + (amount(value(row.cells[column]!)) || 0), 0);
      const digits = Math.abs(result).toLocaleString("en", {
        minimumFractionDigits: Number(decimals), maximumFractionDigits: Math.max(2, Number(decimals)),
      });
      cell.textContent = `${result < 0 ? "−" : ""}${before}${digits}${after}`;
    });

  const inputs = all<HTMLInputElement>(body, "[data-cell]");
  if (!inputs.length) return;
  const error = one(root, "[data-error]");
  const undo = one(root, "[data-undo]");
  const columnOf = (input: HTMLInputElement): number => (input.closest("td,th") as HTMLTableCellElement).cellIndex;
  const check = (input: HTMLInputElement): boolean => {
    const column = columnOf(input);
    const type = types[column]!;
    const fine = type === "text" ? !!input.value.trim() : !isNaN(key(input.value, type));
    input.setAttribute("aria-invalid", String(!fine));
    const word = type === "money" ? "number" : type;
    error.textContent = fine ? "" : `${names[column]}: ${filled(words[word], { example: input.defaultValue })}`;
    return fine;
  };
  const past: [HTMLInputElement, string][] = [];
  error.id = "table-error";
  inputs.forEach((input) => {
    let before = input.value;
    input.setAttribute("aria-describedby", error.id);
    input.addEventListener("focus", () => (before = input.value));
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") input.blur(), input.focus();
      if (key === "Escape") input.value = before;
    });
    input.addEventListener("change", () => {
      past.push([input, before]);
      before = input.value;
      undo.hidden = false;
      if (check(input)) say("changed", columnOf(input));
      sum();
    });
  });
  undo.addEventListener("click", () => {
    const [input, before] = past.pop()!;
    input.value = before;
    check(input);
    sum();
    input.focus();
    undo.hidden = !past.length;
    say("undone", columnOf(input));
  });
  return () => {
    const wrong = inputs.find((input) => !check(input));
    wrong?.focus();
    return wrong ? words["wrong"] ?? "" : null;
  };
};
