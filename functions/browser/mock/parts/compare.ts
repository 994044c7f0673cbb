import { filled, one, type Start } from "../dom";

export const start: Start = (root, words) => {
  root.addEventListener("change", ({ target }) => {
    one(root, "[data-status]").textContent = filled(words["chosen"], { name: (target as HTMLInputElement).value });
  });
  return () => (root.querySelector(":checked") || !one(root, "input") ? null : words["missing"]!);
};
