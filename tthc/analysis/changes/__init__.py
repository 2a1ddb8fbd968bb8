"""What one edition of a catalogue changed against another."""
