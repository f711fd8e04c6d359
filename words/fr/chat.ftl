# Le client de messagerie du terminal.

chat-open = Conversation chiffrée : vous êtes { $user }, avec { $bot }. Écrivez votre message puis Entrée. Pour quitter : Ctrl+D.
chat-no-answer = { $bot } n’a pas répondu dans les 30 secondes. Vérifiez que Guichet est démarré, puis recommencez.
