"""Runs Synapse until whoever started it is gone.

The starter holds the other end of our standard input. However it ends, even killed, the system closes that end, we
read the end of the file and stop: no homeserver is ever left behind.
"""

import os
import signal
import sys
import threading
import time


def watch() -> None:
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(10)
    os._exit(1)


threading.Thread(target=watch, daemon=True).start()

from synapse.app.homeserver import main  # noqa: E402: slow to import, and the watch must already stand

sys.exit(main())
