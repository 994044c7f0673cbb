"""One file, one Lambda: read the event, call one service, return keys."""
