import { recall, remember } from "./memory";

/** Tells the tracker, if there is one: a blocker may have kept it away. */
export const report = (kind: string, name: string, value?: string | number): void => {
  try {
    window.mlew?.(kind, name, value);
  } catch {
    // counting never stands in the way of a person
  }
};

/** Once in a tab. */
export const reportOnce = (kind: string, name: string): void => {
  if (recall(kind + name)) return;
  remember(kind + name, "1");
  report(kind, name);
};
