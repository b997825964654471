"""`python -m app` is `polka`."""

import sys

from app.cli import main

if __name__ == "__main__":
    sys.exit(main())
