import { all, type Start } from "../dom";

/** The drawing needs no script; here its values become one stop of the Tab key, walked by the arrows. */
export const start: Start = (root) => {
  const slots = all(root, "[data-slots] li");
  slots.forEach((slot, at) => {
    slot.tabIndex = at ? -1 : 0;
    slot.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") slot.blur();
      const next = slots[key === "End" ? slots.length - 1 : key === "Home" ? 0 : at + (key === "ArrowRight" ? 1 : -1)];
      if (!next || !/^(Arrow(Left|Right)|Home|End)$/.test(key)) return;
      slot.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  });
};
