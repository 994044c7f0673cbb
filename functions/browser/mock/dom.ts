/**
 * What every part of a screen is built with.
 *
 * A part's root is the screen's `<section data-part="<kind>" data-words='{…}'>`; the glue calls the part's `start`
 * with it. Elements are found by `data-*` attributes. Text is only ever written as text.
 */

/** Sentences of a part, in the page's language; `{name}` stands for a value. */
export type Words = Record<string, string>;

/** Asked before the screen is left forward: null, or why not. A part may move the focus to what is wrong itself. */
export type Ready = () => string | null;

export type Start = (root: HTMLElement, words: Words) => Ready | void;

export const one = <E extends HTMLElement = HTMLElement>(scope: ParentNode, selector: string): E =>
  scope.querySelector<E>(selector)!;

export const all = <E extends HTMLElement = HTMLElement>(scope: ParentNode, selector: string): E[] =>
  Array.from(scope.querySelectorAll<E>(selector));

/** `text` with its `{name}`s replaced. */
export const filled = (text: string | undefined, values: Record<string, string | number>): string =>
  (text ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** Toggle buttons: presses `chosen` among `buttons`. */
export const press = (buttons: HTMLElement[], chosen: HTMLElement | undefined): void =>
  buttons.forEach((button) => button.setAttribute("aria-pressed", String(button === chosen)));
