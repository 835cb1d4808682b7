package vn.phongtrao.document;

import java.nio.file.Path;

/**
 * A file as it was received.
 *
 * @param name as the sender wrote it
 * @param file a temporary copy of the content, which the caller deletes
 */
public record Upload(String name, Path file) {
}
