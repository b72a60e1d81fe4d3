"""`python -m northing` and `northing` are the same program."""

from northing.interfaces.cli.app import main

if __name__ == "__main__":
    main()
