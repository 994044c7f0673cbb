/** What a tab remembers of one mock. All mocks share an origin, so names begin with the mock's own path. */
const base = new URL(document.body.dataset["root"] || "./", location.href).pathname;

export const recall = (name: string): string | null => {
  try {
    return sessionStorage.getItem(base + name);
  } catch {
    return null; // storage is blocked: the mock works, it only forgets
  }
};

export const remember = (name: string, value: string): void => {
  try {
    sessionStorage.setItem(base + name, value);
  } catch {
    // see recall
  }
};
