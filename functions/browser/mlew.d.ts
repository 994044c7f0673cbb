/**
 * What `tracker.js` offers a mock's own script. Missing when the script is blocked or the person refused tracking:
 * callers ask first.
 */
interface Window {
  mlew?: (kind: string, name: string, value?: string | number) => void;
}
