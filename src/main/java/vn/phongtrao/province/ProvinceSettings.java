package vn.phongtrao.province;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.unit.UnitPath;

/**
 * What {@code province.properties} says.
 *
 * @param root empty where it is missing or wrong
 */
record ProvinceSettings(Optional<UnitPath> root, Province.Demo demo) {

    static final String FILE = "province.properties";

    private static final Set<String> KEYS = Set.of("root", "demo.date", "demo.units");

    /** @param found hears what is wrong */
    static ProvinceSettings read(FileTree files, String province, Consumer<Finding> found) {
        var file = province + "/" + FILE;
        var properties = properties(files, file, found);
        properties.stringPropertyNames().stream().filter(key -> !KEYS.contains(key)).sorted().forEach(key ->
                found.accept(new Finding(file, key, "Không có thiết lập này",
                        "Các thiết lập là " + KEYS.stream().sorted().collect(Collectors.joining(", ")))));
        var root = UnitPath.find(properties.getProperty("root")).filter(path -> path.parent().isEmpty());
        if (root.isEmpty()) {
            found.accept(new Finding(file, "root", "Phải là mã của tỉnh", "Ghi một dòng như root=96"));
        }
        return new ProvinceSettings(root, new Province.Demo(date(properties, file, found),
                units(properties, file, found)));
    }

    private static Properties properties(FileTree files, String file, Consumer<Finding> found) {
        var properties = new Properties();
        files.find(file).ifPresent(content -> {
            try {
                properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (IllegalArgumentException broken) {
                found.accept(new Finding(file, "", "Có ký hiệu \\u viết sai", "Sửa hoặc bỏ đi"));
            }
        });
        return properties;
    }

    private static LocalDate date(Properties properties, String file, Consumer<Finding> found) {
        var text = properties.getProperty("demo.date");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            found.accept(new Finding(file, "demo.date", "Phải là ngày dạng năm-tháng-ngày",
                    "Sửa \"%s\"".formatted(text)));
            return null;
        }
    }

    private static List<UnitPath> units(Properties properties, String file, Consumer<Finding> found) {
        return Stream.of(properties.getProperty("demo.units", "").split(",")).map(String::strip)
                .filter(text -> !text.isEmpty()).flatMap(text -> {
                    var path = UnitPath.find(text);
                    if (path.isEmpty()) {
                        found.accept(unknown(file, text));
                    }
                    return path.stream();
                }).toList();
    }

    static Finding unknown(String file, String unit) {
        return new Finding(file, "demo.units", "Không có đơn vị \"%s\"".formatted(unit), "Sửa hoặc bỏ đi");
    }
}
