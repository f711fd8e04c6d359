# The terminal's chat client.

chat-open = Encrypted conversation: you are { $user }, with { $bot }. Type your message, then Enter. To leave: Ctrl+D.
chat-no-answer = { $bot } did not answer within 30 seconds. Check that Guichet is running, then try again.
