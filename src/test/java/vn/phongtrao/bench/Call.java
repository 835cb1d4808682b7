package vn.phongtrao.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A call over HTTP.
 *
 * @param header that says who calls
 * @param value  of the header
 * @param path   with its query
 * @param body   JSON to post, null to get
 */
record Call(String header, String value, String path, String body) {

    HttpRequest.Builder at(String address) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header(header, value).header("Accept", "application/json");
        return body == null ? request : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
}
