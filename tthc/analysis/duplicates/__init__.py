"""The same procedure under different words, told from its near relatives, with every verdict explained."""
