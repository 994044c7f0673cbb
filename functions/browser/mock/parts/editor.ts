import { all, filled, one, type Start } from "../dom";

const element = (name: string, ...inside: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};

const runs = (line: string): (Node | string)[] =>
  line.split(/\*\*(.+?)\*\*/).map((part, at) => (at % 2 ? element("strong", part) : part));

/** The same rules as the renderer's: a bullet or a line of a paragraph goes on in the block before it. */
const blocks = (text: string): HTMLElement[] => {
  const made: HTMLElement[] = [];
  let open: HTMLElement | undefined;
  for (const line of text.split("\n").map((one) => one.trim())) {
    const heading = /^#{1,3}\s+/.exec(line);
    const bullet = /^([-*] |・)\s*/.exec(line);
    const name = heading ? "h3" : bullet ? "ul" : line ? "p" : "";
    const inside = runs(line.slice((heading ?? bullet ?? [""])[0].length));
    const same = open && !heading && open.localName === name;
    if (!same) made.push((open = element(name || "i")));
    if (bullet) open!.append(element("li", ...inside));
    else open!.append(...(same ? [element("br")] : []), ...inside);
  }
  return made.filter((one) => one.localName !== "i");
};

export const start: Start = (root, words) => {
  const area = one<HTMLTextAreaElement>(root, "[data-text]");
  const error = one(root, "[data-error]");
  const reset = one(root, "[data-reset]");
  const show = (): void => {
    const text = area.value;
    const preview = one(root, "[data-preview]");
    preview.replaceChildren(...blocks(text));
    preview.hidden = !text.trim();
    one(root, "[data-empty]").hidden = !preview.hidden;
    one(root, "[data-count]").textContent = filled(words["count"], { n: [...text].length });
    if (!preview.hidden) fail("");
  };
  const fail = (message: string): void => {
    error.textContent = message;
    area.setAttribute("aria-invalid", String(!!message));
  };
  /** Typed by the browser, so that its own undo takes it back. */
  const put = (from: number, to: number, text: string): void => {
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, from, to, "end");
    show();
  };
  const format = (mark: string): void => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    if (mark === "**") {
      const words_ = value.slice(from, to) || (words["sample"] ?? "");
      put(from, to, mark + words_ + mark);
      area.setSelectionRange(from + 2, from + 2 + words_.length);
    } else {
      const line = value.lastIndexOf("\n", from - 1) + 1;
      const marked = value.startsWith(mark, line);
      put(line, marked ? line + mark.length : line, marked ? "" : mark);
    }
  };
  all(root, "[data-put]").forEach((tool) => tool.addEventListener("click", () => format(tool.dataset["put"] ?? "")));
  area.addEventListener("input", show);
  area.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "b") {
      event.preventDefault();
      format("**");
    }
  });
  reset.addEventListener("click", () => {
    put(0, area.value.length, area.defaultValue);
    one(root, "[data-status]").textContent = words["restored"] ?? "";
  });
  one(root, "[data-tools]").hidden = reset.hidden = false;
  show();
  return () => {
    if (area.value.trim()) return null;
    area.focus();
    fail(words["write"] ?? "");
    return words["write"] ?? "";
  };
};
