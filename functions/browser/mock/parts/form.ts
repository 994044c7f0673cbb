import { one, type Start } from "../dom";
import { check, watch } from "../fields";

export const start: Start = (root, words) => {
  watch(root, words);
  // Enter in a field goes the way that the screen's main action goes.
  root.addEventListener("submit", () => one(document, "[data-action]").click());
  return () => check(root, root, words);
};
