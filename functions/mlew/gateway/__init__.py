"""The model gateway: a server on loopback that speaks Converse and answers with a backend.

On the embedded AWS a model call is authorised by the emulator and passed on to it unchanged. The backend is the
rehearsal model in the same process, Bedrock with the operator's own profile, or an OpenAI-compatible server.
"""
