package vn.phongtrao.http;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes a request of a described operation: often nearly right, so that it gets far, and seldom as described. The same seed makes the same
 * request.
 */
class Fuzz {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    private static final List<String> TEXTS = List.of("", " ", "x", "\u0000", "a\u0000b", "null", "undefined", "NaN", "true", "-1", "0", "1",
            "2147483648", "9223372036854775808", "1e400", "99999999999999999999999999999", "0x10", "1.5", "2024-02-30", "2024-07-01",
            "-999999999-01-01", "+999999999-12-31", "2024-07-01T00:00:00.000+0700", "9999-12-31T23:59:59Z", "24:00", "P1D", "R/PT1S",
            "95/954/31813", "95", "../../etc/passwd", "..\\..\\x", "/", "//", "%", "%s%n%d", "%zz", "'", "\"", "`", "\\", "';drop table dossier;--",
            "${1/0}", "#{x}", "<script>alert(1)</script>", "]]>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hostname'>]>", "{{7*7}}", "$ref",
            "__proto__", "\r\nX: y", "\t", "\u200b\u202e", "e\u0301\u0323", "Đội bảo vệ", "\uD83D\uDC6E\u200D\u2642\uFE0F", "\uFFFE\uFFFF", "\uD800",
            "vn", "camunda-admin", "admin", "commendation", "review", "default", "bonus", "id", "asc", "desc", "name,asc", ",", "(", "[", "{", "*", "*:*",
            "java.lang.Runtime", "Object", "Json", "application/json", "x".repeat(300), "9".repeat(400), "ế".repeat(5_000));
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X-Y");
    private static final List<String> TYPES = List.of("application/json", "application/json;charset=utf-8", "application/json;charset=utf-7",
            "application/json;charset=", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=b",
            "multipart/form-data; boundary=", "multipart/mixed; boundary=b", "text/plain", "text/xml", "application/xml", "application/hal+json",
            "application/octet-stream", "application/pdf", "*/*", "json", "a/b;c", ";", "/", "\u00e9/x");
    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry("Accept", List.of("application/json", "application/hal+json", "text/html", "text/csv", "application/pdf", "image/svg+xml", "*/*",
                    "application/xml", "application/problem+json", "a/b", "json", "text/*;q=x", ";", ",", "*/*;q=2", "application/vnd.camunda+json",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "\u0001")),
            Map.entry("Accept-Encoding", List.of("gzip", "gzip;q=x", "gzip;q=0", "br", "*;q=0", ";;", "identity;q=0, *;q=0")),
            Map.entry("Accept-Language", List.of("vi", "en", "xx-YY;q=9", "*", ";q=", "vi;q=x", "a".repeat(400), "zh_CN@x")),
            Map.entry("Accept-Charset", List.of("utf-8", "x", "*;q=z")),
            Map.entry("Content-Encoding", List.of("gzip", "x")),
            Map.entry("Cookie", List.of("SESSION=AAAA", "SESSION=", "SESSION=%00", "SESSION=!!", "lang=%zz", "JSESSIONID=x", "XSRF-TOKEN=", "=;=", "a",
                    "SESSION=" + "x".repeat(2_000), "SESSION=\u00e9")),
            Map.entry("X-XSRF-TOKEN", List.of("", "x", "%")),
            Map.entry("Range", List.of("bytes=0-0", "bytes=9-1", "bytes=-1", "bytes=a-b", "x", "bytes=0-,0-,0-")),
            Map.entry("If-Modified-Since", List.of("x", "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Jan 1970 00:00:00 GMT")),
            Map.entry("If-None-Match", List.of("*", "\"x\"", "x,,")),
            Map.entry("If-Match", List.of("*", "\"0\"", "x")),
            Map.entry("Expect", List.of("x")),
            Map.entry("X-Forwarded-For", List.of("1.2.3.4", "x", "::::", "")),
            Map.entry("X-Forwarded-Host", List.of("foreign.example", "[", "a b")),
            Map.entry("X-Forwarded-Port", List.of("0", "x", "99999999999")),
            Map.entry("X-Forwarded-Proto", List.of("https", "x", "")),
            Map.entry("X-Forwarded-Prefix", List.of("/x", "//", "\\")),
            Map.entry("Forwarded", List.of("for=1.2.3.4;host=foreign.example", "for=\"[", ";")),
            Map.entry("Origin", List.of("null", "https://foreign.example", "x")),
            Map.entry("Referer", List.of("x", "http://[")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE", "x")),
            Map.entry("X-Requested-With", List.of("XMLHttpRequest", "")));
    private static final List<String> NAMES = List.copyOf(new TreeSet<>(HEADERS.keySet()));
    private static final List<String> QUERIES = List.of("%00=1", "a=%zz", "=", "&&&", "a[b]=c", "page=-1", "size=0", "size=100000", "sort=x", "sort=,",
            "format=xlsx", "format=x", "maxResults=-1", "firstResult=x", "_method=DELETE", "a=%c0%80", "%", "a=%ed%a0%80", "lang=%00", "a=1&a=2", ";a=b", "?");
    private static final List<String> TAILS = List.of("/", "//", "/.", "/..", ";a=b", "%2f", "%00", ".json", "%", "/%2e%2e/x", "\\", "%5c", "?x", " ");

    private final Random random;
    private final Map<String, List<String>> known;

    /**
     * @param known what really exists, by words that names and paths of parameters end with
     */
    Fuzz(long seed, Map<String, List<String>> known) {
        this.random = new Random(seed);
        this.known = known;
    }

    /** @param headers that say who calls, each with its line's end */
    byte[] request(Operation operation, String headers) {
        var method = seldom(20) ? one(METHODS) : operation.method();
        var target = path(operation) + query(operation);
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(method, target, headers));
        while (seldom(5)) {
            var name = one(NAMES);
            if (!headers.contains(name + ":")) {
                head.append(name).append(": ").append(one(HEADERS.get(name))).append("\r\n");
            }
        }
        var bodied = operation.contentType() != null ? !seldom(20) : seldom(20) || operation.method().matches("POST|PUT|PATCH");
        var body = new byte[0];
        if (bodied) {
            var type = operation.contentType() == null || seldom(12) ? one(TYPES) : operation.contentType();
            body = body(operation, type);
            if (!seldom(30)) {
                head.append("Content-Type: ").append(type.startsWith("multipart/form-data") && !type.contains(";") && !seldom(10)
                        ? type + "; boundary=b" : type).append("\r\n");
            }
        }
        if (seldom(40)) {
            var chunked = new ByteArrayOutputStream();
            chunked.writeBytes(latin("%x\r\n".formatted(body.length)));
            chunked.writeBytes(body);
            chunked.writeBytes(latin(body.length == 0 ? "\r\n" : "\r\n0\r\n\r\n"));
            body = chunked.toByteArray();
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (bodied) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var request = new ByteArrayOutputStream();
        request.writeBytes(latin(head + "\r\n"));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String path(Operation operation) {
        var path = new StringBuilder();
        var parts = operation.path().split("(?=[{])|(?<=[}])");
        for (var part : parts) {
            path.append(part.startsWith("{") ? value(part.substring(1, part.length() - 1), path.toString(), true) : part);
        }
        return seldom(40) ? path + one(TAILS) : path.toString();
    }

    private String query(Operation operation) {
        List<String> pairs = new ArrayList<>();
        for (var parameter : operation.parameters()) {
            if (parameter.in().equals("query") && pairs.size() < 5 && seldom(3)) {
                var schema = Operation.resolved(parameter.schema(), operation.document());
                var value = seldom(3) ? one(TEXTS) : known.keySet().stream().anyMatch(parameter.name()::endsWith) && !seldom(3)
                        ? value(parameter.name(), operation.path(), false) : plain(json(schema, operation.document(), DEEPEST));
                pairs.add(parameter.name() + "=" + encoded(value));
            }
        }
        if (seldom(15)) {
            pairs.add(one(QUERIES).replace(" ", "%20"));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** Something that exists, where something like that is known; else, and seldom, anything. */
    private String value(String name, String before, boolean encoded) {
        var fitting = known.entrySet().stream().filter(one -> before.endsWith(one.getKey() + "/") || name.endsWith(one.getKey())).toList();
        if (!fitting.isEmpty() && !seldom(4)) {
            var found = one(one(fitting).getValue());
            return encoded ? encoded(found) : found;
        }
        var any = seldom(2) ? "x" : one(TEXTS);
        return encoded ? encoded(any.isEmpty() ? "x" : any) : any;
    }

    private byte[] body(Operation operation, String type) {
        if (type.contains("json") && seldom(60)) {
            var deep = seldom(2) ? "[" : "{\"a\":";
            return latin(deep.repeat(random.nextInt(20_000)));
        }
        String text;
        if (type.startsWith("multipart")) {
            text = "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n".formatted(
                    seldom(2) ? "file" : seldom(2) ? "files" : "data", one(TEXTS).replaceAll("[\r\n\"]", ""), one(TEXTS));
        } else if (type.contains("form-urlencoded")) {
            text = operation.parameters().stream().filter(one -> seldom(2)).map(one -> one.name() + "=" + encoded(one(TEXTS)))
                    .reduce((a, b) -> a + "&" + b).orElse(one(QUERIES));
        } else if (type.contains("xml")) {
            text = "<?xml version=\"1.0\"?>" + (seldom(2) ? one(TEXTS) : "<a><b/></a>");
        } else {
            var schema = Operation.resolved(operation.body(), operation.document());
            text = schema.isMissingNode() && seldom(2) ? "{}" : json(schema, operation.document(), 0).toString();
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && seldom(12)) {
            return spoilt(bytes);
        }
        return bytes;
    }

    private byte[] spoilt(byte[] bytes) {
        var at = random.nextInt(bytes.length);
        if (seldom(2)) {
            return Arrays.copyOf(bytes, at);
        }
        bytes[at] = (byte) random.nextInt(256);
        return bytes;
    }

    /** A value of the schema, seldom of another type or with more than that. */
    private JsonNode json(JsonNode schemaOrReference, JsonNode document, int depth) {
        var schema = Operation.resolved(schemaOrReference, document);
        if (seldom(12)) {
            return anything(depth);
        }
        for (var combined : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.has(combined) && depth < DEEPEST) {
                var all = NODES.objectNode();
                for (var part : schema.get(combined)) {
                    var made = json(part, document, depth + 1);
                    if (!made.isObject() || combined.equals("oneOf")) {
                        return made;
                    }
                    all.setAll((ObjectNode) made);
                }
                return all;
            }
        }
        if (schema.has("enum") && !seldom(5)) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        var type = schema.path("type").isArray() ? schema.path("type").path(0).asText() : schema.path("type").asText();
        return switch (type) {
            case "object" -> object(schema, document, depth);
            case "array" -> array(schema, document, depth);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer" -> NODES.numberNode(seldom(3) ? random.nextLong() : random.nextInt(200) - 20);
            case "number" -> NODES.numberNode(random.nextGaussian() * 1e9);
            case "string" -> NODES.textNode(schema.path("format").asText().equals("date") && !seldom(4)
                    ? "20%02d-%02d-%02d".formatted(random.nextInt(30), 1 + random.nextInt(12), 1 + random.nextInt(29)) : one(TEXTS));
            default -> schema.has("properties") ? object(schema, document, depth) : anything(depth);
        };
    }

    private JsonNode object(JsonNode schema, JsonNode document, int depth) {
        var made = NODES.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                if (!seldom(3) || schema.path("required").toString().contains("\"" + property.getKey() + "\"")) {
                    var id = known.keySet().stream().anyMatch(property.getKey()::endsWith) && !seldom(3);
                    made.set(property.getKey(), id ? NODES.textNode(value(property.getKey(), "", false)) : json(property.getValue(), document, depth + 1));
                }
            });
            if (schema.path("additionalProperties").isObject()) {
                made.set(one(TEXTS), json(schema.get("additionalProperties"), document, depth + 1));
            }
        }
        if (seldom(15)) {
            made.set(one(TEXTS), anything(depth));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, JsonNode document, int depth) {
        var made = NODES.arrayNode();
        for (var count = random.nextInt(3); count > 0 && depth < DEEPEST; count--) {
            made.add(json(schema.path("items"), document, depth + 1));
        }
        return made;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 9 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt(2_000)));
            case 4, 5 -> NODES.textNode(one(TEXTS));
            case 6 -> NODES.arrayNode().add(anything(depth + 1));
            case 7 -> NODES.objectNode().set(one(TEXTS), anything(depth + 1));
            default -> NODES.arrayNode();
        };
    }

    private static String plain(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /** Percent-encoded, but for what is sent as it is now and then. */
    private String encoded(String text) {
        var bytes = text.getBytes(seldom(30) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        var encoded = new StringBuilder();
        for (var one : bytes) {
            var letter = (char) (one & 0xff);
            encoded.append(letter < 128 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0 || letter > 32 && letter < 127 && seldom(20))
                    ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return encoded.toString();
    }

    private boolean seldom(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
