import { all, one, type Start } from "../dom";

/** How long an answer is awaited, in ms. */
const TYPING = 700;

/** Written wide or narrow, large or small, in katakana or hiragana: it is the same word. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96))
    .replace(/[\s、。,.!?・「」()]+/g, " ")
    .trim();

const pairs = (text: string): string[] => Array.from(text.slice(1), (next, at) => text[at] + next);

/** How well `said` fits: letters of all keywords in it; without any, the share of pairs common with the suggestion. */
const fit = (said: string, keywords: string[], suggestion: string): number => {
  // A Latin word begins where a word begins; Japanese has no such place.
  const hits = keywords.filter((key) => key && ` ${said}`.includes(/^[a-z]/.test(key) ? ` ${key}` : key));
  if (hits.length) return hits.join("").length;
  const wanted = pairs(suggestion);
  const share = wanted.filter((pair) => said.includes(pair)).length / (wanted.length || 1);
  return share > 0.5 ? share : 0;
};

export const start: Start = (root, words) => {
  const log = one(root, "[data-log]");
  const form = one<HTMLFormElement>(root, "[data-say]");
  const input = one<HTMLInputElement>(form, "input");
  const chips = all(root, "[data-chip]");
  const known = all(log, "[data-ask]").map((ask, at) => {
    const reply = ask.nextElementSibling!;
    ask.remove();
    reply.remove();
    const suggestion = plain(chips[at]?.textContent ?? "");
    return { ask, reply, suggestion, keywords: (ask.dataset["ask"] ?? "").split("\n").map(plain) };
  });
  const theirs = one(log, "p");
  let asked = 0;
  let busy = false;

  const message = (like: Node, text: string): HTMLElement => {
    const said = like.cloneNode(true) as HTMLElement;
    while (said.childNodes.length > 1) said.lastChild!.remove();
    said.append(text);
    return said;
  };
  const add = (said: Node): void => {
    log.append(said);
    log.scrollTop = log.scrollHeight;
  };
  const say = (text: string): void => {
    const said = plain(text);
    if (!said || busy) return;
    const mine = message(theirs, text);
    mine.classList.add("mine");
    mine.firstElementChild!.textContent = words["you"] ?? "";
    add(mine);
    input.value = "";
    asked++;
    busy = true;
    const scores = known.map((one) => (said === one.suggestion ? Infinity : fit(said, one.keywords, one.suggestion)));
    const best = Math.max(0, ...scores);
    const typing = document.createElement("p");
    typing.className = "said typing";
    typing.setAttribute("aria-hidden", "true");
    for (let dots = 3; dots--; ) typing.append(document.createElement("i"));
    add(typing);
    setTimeout(() => {
      typing.remove();
      busy = false;
      const found = best ? known[scores.indexOf(best)] : undefined;
      add(found ? found.reply.cloneNode(true) : message(theirs, form.dataset["fallback"] || words["fallback"] || ""));
    }, matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : TYPING);
  };

  chips.forEach((chip) =>
    chip.addEventListener("click", () => {
      if (!busy) chip.classList.add("used");
      say(chip.textContent ?? "");
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say(input.value.trim());
  });
  // Enter that ends a conversion sends nothing; 229 is how one browser says so after the conversion has ended.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  form.hidden = false;
  one(root, "[data-chips]").hidden = !chips.length;
  return () => (asked ? null : (input.focus(), words["first"] ?? ""));
};
