package vn.phongtrao.bench;

/**
 * A call over HTTP.
 *
 * @param header that says who calls
 * @param value  of the header
 * @param path   with its query
 * @param body   JSON to post, null to get
 */
record Call(String header, String value, String path, String body) {
}
