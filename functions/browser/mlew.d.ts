/** What `tracker.js` offers a mock's own script; missing when the script is blocked, so callers ask first. */
interface Window {
  mlew?: (kind: string, name: string, value?: string | number) => void;
}
