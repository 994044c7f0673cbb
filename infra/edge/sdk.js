// Viewer request of /sdk/…: trackers for pages that are served elsewhere. They stand in this function and in no bucket,
// so they are there before anything is published, and are as new as the intake that they talk to.
const SCRIPTS = {
  '/sdk/mlew-tracker.js': @MLEW_TRACKER@,
  '/sdk/tracker.js': @TRACKER@,
};

function handler(event) {
  const script = SCRIPTS[event.request.uri];
  const media = script ? 'text/javascript' : 'text/plain';
  return {
    statusCode: script ? 200 : 404,
    headers: {
      'content-type': { value: media + '; charset=utf-8' },
      'cache-control': { value: script ? 'public, max-age=3600' : 'no-store' },
      // Any page may load it: also one that takes nothing from elsewhere unless it says so.
      'access-control-allow-origin': { value: '*' },
      'cross-origin-resource-policy': { value: 'cross-origin' },
      'strict-transport-security': { value: 'max-age=31536000; includeSubDomains' },
      'x-content-type-options': { value: 'nosniff' },
      'x-robots-tag': { value: 'noindex, nofollow' },
    },
    body: script || '',
  };
}
