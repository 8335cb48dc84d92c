import os
import sys

print(os.getcwd(), sys.argv)
