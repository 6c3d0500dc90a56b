"""What a careful production editor would find before an issue goes out."""
