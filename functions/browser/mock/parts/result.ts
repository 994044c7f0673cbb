import { all, one, type Start } from "../dom";

const told = (element: Element): string => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/** The result as lines of plain text, as one would paste it into a message. */
const summary = (root: HTMLElement): string =>
  [
    ...all(root, "[data-summary] p").map(told),
    ...all(root, ".measures li").map(
      (item) => `${told(one(item, "h3 span"))}: ${all(item, "dd").map(told).join(" → ")}`,
    ),
    ...all(root, ".highlights li").map((item) => `- ${told(item)}`),
  ].join("\n");

export const start: Start = (root, words) => {
  const status = one(root, "[data-status]");
  const say = (word: string): void => void (status.textContent = words[word] ?? "");
  one(root, "[data-keep]").hidden = false;
  one(root, "[data-print]").addEventListener("click", () => print());
  one(root, "[data-copy]").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(summary(root));
      say("copied");
    } catch {
      say("failed");
    }
  });
};
