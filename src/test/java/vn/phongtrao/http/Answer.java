package vn.phongtrao.http;

import java.net.http.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the application answered. {@code call} is the method and path it was asked. */
record Answer(String call, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("No JSON: " + this, noJson);
        }
    }

    /** The text at a JSON pointer, empty when there is none. */
    String text(String pointer) {
        return json().at(pointer).asText();
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** This answer, which must be a success. */
    Answer expectOk() {
        if (!ok()) {
            throw new AssertionError("Expected success: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return "%s -> %d %s".formatted(call, status, body.length() > 400 ? body.substring(0, 400) + "…" : body);
    }
}
