package vn.phongtrao.paper;

/** A printed paper: a PDF/A-2b file. */
record Print(byte[] pdf) {
}
