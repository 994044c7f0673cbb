import { all, filled, one, press, type Start } from "../dom";

export const start: Start = (root, words) => {
  const entries = all(root, "[data-entry]");
  const details = all(root, "[data-detail]");
  const tags = all(root, "[data-tag]");
  const search = one<HTMLInputElement>(root, "[data-search]");
  if (!entries.length) return;
  const texts = details.map((detail) => (detail.textContent ?? "").toLowerCase());
  const choices = all(root, "[data-choose]");

  const open = (at: number): void => {
    details.forEach((detail, n) => (detail.hidden = n !== at));
    entries.forEach((entry, n) => entry.setAttribute("aria-expanded", String(n === at)));
  };
  const narrow = (): void => {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const tag = tags.find((each) => each.getAttribute("aria-pressed") === "true")?.dataset["tag"];
    const fits = entries.map((entry, n) => {
      const fit =
        wanted.every((word) => texts[n]!.includes(word)) &&
        (tag === undefined || entry.dataset["tags"]!.split(" ").includes(tag));
      entry.parentElement!.hidden = !fit;
      return fit;
    });
    const count = fits.filter(Boolean).length;
    one(root, "[data-count]").textContent = filled(words["count"], { count, all: entries.length });
    one(root, "[data-empty]").hidden = count > 0;
  };

  for (const hidden of all(root, "[data-finder],[data-clear],[data-choose],[data-back]")) hidden.hidden = false;
  entries.forEach((entry, n) => {
    const detail = details[n]!;
    const back = (): void => {
      delete root.dataset["open"];
      entry.focus();
    };
    entry.onclick = () => {
      open(n);
      root.dataset["open"] = "";
      one(detail, "h2").focus();
    };
    one(detail, "[data-back]").onclick = back;
    detail.onkeydown = (event) => {
      if (event.key === "Escape") back();
    };
    choices[n]!.onclick = () => {
      press(choices, choices[n]);
      all(root, "[data-badge]").forEach((badge, m) => (badge.hidden = m !== n));
      one(root, "[data-status]").textContent = filled(words["chosen"], { name: one(detail, "h2").textContent ?? "" });
    };
  });
  for (const tag of tags)
    tag.onclick = () => {
      press(tags, tag.getAttribute("aria-pressed") === "true" ? undefined : tag);
      narrow();
    };
  search.oninput = narrow;
  one(root, "[data-clear]").onclick = () => {
    search.value = "";
    press(tags, undefined);
    narrow();
    search.focus();
  };
  open(0);
  narrow();
  return () => (choices.some((each) => each.getAttribute("aria-pressed") === "true") ? null : words["missing"]!);
};
