package vn.phongtrao.notification;

/** A mail. It names nobody, and says of a dossier no more than its number. */
record Letter(String subject, String text) {
}
