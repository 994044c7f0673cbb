/**
 * Takes the place of the MLEW SDK: same global, same constructor and methods, same batches (docs/metrics.md).
 *
 * <script src="…/mlew-tracker.js?key=<key>"></script>: then events go to where the script comes from, whatever the page
 * tells the constructor. Without a key in the address, `apiEndpoint` and `apiKey` say where to.
 */
import { flush, quietly, tab } from "../shared/outbox";
import { now, refused, watch } from "../shared/page";
import { openTab, page, record } from "../shared/tab";

interface Config {
  applicationId: string;
  applicationName: string;
  apiEndpoint?: string;
  apiKey?: string;
  autoTrack?: boolean;
  userId?: string;
  debug?: boolean;
}

type Properties = { [name: string]: unknown };

const source = (document.currentScript as HTMLScriptElement | null)?.src;

let user: string | undefined;
let started: boolean | undefined;

/** Once a page: a second tracker on it goes on with the first one's session. */
function start({ applicationId, applicationName, apiEndpoint = "", apiKey, autoTrack }: Config): void {
  if (started || refused()) return;
  started = true;
  const from = source && new URL(source);
  const own = from && from.searchParams.get("key");
  openTab(
    own || apiKey || "",
    (own ? from.origin : apiEndpoint.replace(/\/+$/, "")) + "/v1/events",
    ({ c, p, e }) => ({ applicationId, apiKey: own || apiKey, c, p, t: Date.now(), events: e }),
    (timestamp, kind, name, value, more) => {
      const plain = kind == "click" || kind == "view";
      return {
        eventId: `${tab.s}.${tab.n}`,
        applicationName,
        eventType: plain ? kind : "custom",
        timestamp,
        elementName: kind == "click" ? name : undefined,
        page: (kind == "view" && name) || page(),
        url: location.origin + location.pathname,
        sessionId: tab.s,
        userId: user,
        properties: plain ? more : { customEventType: kind == "custom" ? name : kind, name, value, ...more },
        createdAt: new Date(timestamp).toISOString(),
        version: "1.0.0",
      };
    },
  );
  if (autoTrack !== false) watch("form[data-track]");
}

function Tracker(config: Config) {
  let enabled = true;
  const say = (...what: unknown[]): void => {
    if (config.debug) console.log("[MLEW Tracker]", ...what);
  };
  const tell = (kind: string, name: string, properties?: Properties): void => {
    if (started && enabled) record(kind, name, undefined, properties);
    say(kind, name);
  };
  const setUserId = (id?: string): void => {
    user = id || user;
  };
  setUserId(config.userId);
  quietly(() => start(config));
  say(config);
  const track = (name: string, properties?: Properties): void => tell("custom", name, properties);
  return {
    track,
    // In a handler of a click that data-track has counted already: it is the same click.
    trackClick: (name: string, properties?: Properties): void => {
      if (!now["click"]) tell("click", name, properties);
    },
    trackView: (name: string, properties?: Properties): void => tell("view", name, properties),
    setUserId,
    setUserProperties: (properties: Properties): void => track("user-properties", properties),
    flush: async (): Promise<void> => {
      if (started) await Promise.all(flush());
    },
    enable: (): boolean => (enabled = true),
    disable: (): boolean => (enabled = false),
    isEnabled: (): boolean => enabled,
    getSessionId: (): string => tab.s,
    getUserId: (): string | undefined => user,
  };
}

(window as { MLEWTracker?: object }).MLEWTracker ||= { Tracker };
