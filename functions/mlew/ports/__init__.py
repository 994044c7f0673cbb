"""What the services need from outside, one port a file. Adapters and fakes subclass these."""
