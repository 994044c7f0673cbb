// Viewer request of the API's path: an endpoint that was written with a slash too many means the same.
const EVENTS = /^\/+v1\/+events\/*$/;

function handler(event) {
  const request = event.request;
  if (EVENTS.test(request.uri)) request.uri = '/v1/events';
  return request;
}
