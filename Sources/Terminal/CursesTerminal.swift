import CNcurses
import Screen
