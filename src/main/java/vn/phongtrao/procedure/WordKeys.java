package vn.phongtrao.procedure;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.core.io.ClassPathResource;

import vn.phongtrao.edition.FileTree;

/** The keys of words that pages, registers and rules may use. */
public final class WordKeys {

    public static final String VIETNAMESE = "/words.properties";
    static final String ENGLISH = "/words_en.properties";

    private static final Set<String> COMMON = common();

    private WordKeys() {
    }

    /** Those of the program and of all procedures. */
    public static Set<String> of(FileTree files) {
        Set<String> keys = new HashSet<>(COMMON);
        files.folders().forEach(folder -> keys.addAll(texts(folder + VIETNAMESE, files).keySet()));
        return keys;
    }

    static Set<String> ofProgram() {
        return COMMON;
    }

    /** The words of a file, by key; none for one that is missing or broken. */
    public static SortedMap<String, String> texts(String path, FileTree files) {
        try {
            return files.text(path).map(text -> read(new StringReader(text))).orElseGet(TreeMap::new);
        } catch (IllegalArgumentException broken) {
            return new TreeMap<>();
        }
    }

    /** @throws IllegalArgumentException malformed */
    static SortedMap<String, String> read(Reader reader) {
        var properties = new Properties();
        try (reader) {
            properties.load(reader);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        SortedMap<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Set<String> common() {
        Set<String> keys = new HashSet<>();
        try {
            for (var name : List.of("messages.properties", "labels.properties")) {
                keys.addAll(read(new StringReader(new ClassPathResource(name)
                        .getContentAsString(StandardCharsets.UTF_8))).keySet());
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return keys;
    }
}
