"""`python -m assistant` is `belegg`."""

from assistant.cli import main

main()
