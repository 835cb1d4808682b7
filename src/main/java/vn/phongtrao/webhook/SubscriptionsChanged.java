package vn.phongtrao.webhook;

/** Who is told is another from now on. */
record SubscriptionsChanged() {
}
