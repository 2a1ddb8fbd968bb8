"""What measures speed, memory and accuracy, beside a peer or a floor in the same run. `make bench` prints it all."""
