package vn.phongtrao.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.stereotype.Component;

import vn.phongtrao.desk.RegisterPage.Column;
import vn.phongtrao.desk.RegisterPage.Filter;
import vn.phongtrao.desk.RegisterPage.Value;
import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Unreadable;
import vn.phongtrao.procedure.WordKeys;

/** Descriptions of registers: that a page can be made of them, with words for all that it says. */
@Component
class RegisterCheck implements ProcedureCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Pattern SORT = Pattern.compile("[a-zA-Z]\\w*(,(asc|desc))?");
    private static final Pattern HREF = Pattern.compile("/(?!/)[\\w/{}?=&.-]*");
    private static final Pattern FIGURES =
            Pattern.compile("\\w+=\\{(unit|from|to|year)}(&\\w+=\\{(unit|from|to|year)})*");
    private static final Set<String> SHOWN_AS = Set.of("date", "time", "number", "year", "share", "unit");
    private static final Set<String> TYPES = Set.of("text", "date", "number", "unit");

    @Override
    public Stream<Finding> check(FileTree files) {
        List<Finding> findings = new ArrayList<>();
        var keys = WordKeys.of(files);
        Map<String, String> names = new HashMap<>();
        files.endingWith(RegisterShelf.OWN).forEach((file, bytes) -> {
            try {
                var read = JSON.readTree(bytes);
                if (!read.isObject()) {
                    findings.add(Unreadable.whole(file, bytes).orElseGet(() -> new Finding(file, "",
                            "Tệp không mô tả sổ nào", "Viết lại như register.json của một quy trình có sẵn")));
                    return;
                }
                var register = JSON.treeToValue(read, RegisterPage.class);
                new Page(file, register, keys, findings).find();
                var other = names.putIfAbsent(String.valueOf(register.name()), file);
                if (other != null) {
                    findings.add(new Finding(file, "name", "Sổ \"%s\" đã có ở %s".formatted(register.name(), other),
                            "Đặt tên khác"));
                }
            } catch (JsonMappingException unknown) {
                findings.add(new Finding(file, path(unknown), unknown instanceof UnrecognizedPropertyException
                        ? "Mục này không phải của một sổ" : "Giá trị của mục này không đúng kiểu",
                        "Chỉ dùng order, name, api, sort, columns, filters, person, people và các mục như ở những sổ "
                                + "có sẵn"));
            } catch (JsonProcessingException broken) {
                findings.add(Unreadable.json(file, bytes, broken));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        return findings.stream();
    }

    /** As {@code columns[2].label}. */
    private static String path(JsonMappingException unknown) {
        var path = new StringBuilder();
        unknown.getPath().forEach(step -> path.append(step.getFieldName() == null ? "[%d]".formatted(step.getIndex())
                : (path.isEmpty() ? "" : ".") + step.getFieldName()));
        return path.toString();
    }

    private record Page(String file, RegisterPage register, Set<String> keys, List<Finding> findings) {

        void find() {
            if (register.name() == null || !register.name().matches("[a-z][a-z0-9-]*")) {
                add("name", "Sổ không có tên dùng được", "Đặt tên chữ thường không dấu, ví dụ awards");
            } else {
                word("name", "register." + register.name());
                word("name", "register." + register.name() + ".about");
            }
            if (register.api() == null || !register.api().startsWith("/api/")) {
                add("api", "Sổ không nói lấy danh sách ở đâu", "Ghi địa chỉ bắt đầu bằng /api/");
            }
            if (register.sort() != null && !SORT.matcher(register.sort()).matches()) {
                add("sort", "Không sắp xếp được theo \"%s\"".formatted(register.sort()), "Ghi như signedOn,desc");
            }
            if (register.figures() != null && !FIGURES.matcher(register.figures()).matches()) {
                add("figures", "Không mở được từ trang số liệu theo \"%s\"".formatted(register.figures()),
                        "Ghi như unit={unit}&from={from}&to={to}, hoặc year={year}");
            }
            if (register.columns() == null || register.columns().isEmpty()) {
                add("columns", "Sổ không có cột nào", "Thêm cột");
            }
            each(register.columns(), "columns", this::column);
            each(register.filters(), "filters", this::filter);
            if (register.person() != null) {
                person(register.person());
            }
        }

        private void person(RegisterPage.Person person) {
            if (person.api() == null || !person.api().startsWith("/api/") || person.field() == null) {
                add("person", "Ô tìm theo số căn cước không nói tìm ở đâu", "Ghi api (bắt đầu bằng /api/) và field");
            }
            word("person.label", person.label());
        }

        private <T> void each(List<T> list, String name, BiConsumer<String, T> judge) {
            for (int i = 0; list != null && i < list.size(); i++) {
                judge.accept("%s[%d]".formatted(name, i), list.get(i));
            }
        }

        private void column(String place, Column column) {
            if (column.field() == null) {
                add(place + ".field", "Cột không nói hiện trường nào", "Ghi tên trường của danh sách");
            }
            if (column.sort() != null && !SORT.matcher(column.sort()).matches()) {
                add(place + ".sort", "Không sắp xếp được theo \"%s\"".formatted(column.sort()), "Ghi tên trường");
            }
            if (column.href() != null && !HREF.matcher(column.href()).matches()) {
                add(place + ".href", "Địa chỉ \"%s\" không dùng được".formatted(column.href()),
                        "Ghi địa chỉ trong hệ thống, bắt đầu bằng /, ví dụ /dossiers/{dossierNumber}");
            }
            word(place + ".label", column.label());
            if (column.as() != null && !SHOWN_AS.contains(column.as())) {
                add(place + ".as", "Không hiện được kiểu \"%s\"".formatted(column.as()), "Dùng date, time, number, year, share hoặc unit");
            }
            values(place + ".values", column.values());
            if (column.text() != null) {
                word(place + ".text", column.text());
            }
        }

        private void filter(String place, Filter filter) {
            if (filter.name() == null) {
                add(place + ".name", "Ô lọc không có tên", "Ghi tên điều kiện của danh sách");
            }
            word(place + ".label", filter.label());
            if (filter.any() != null) {
                word(place + ".any", filter.any());
            }
            if (filter.listed() != null && !filter.listed().startsWith("/api/")) {
                add(place + ".listed", "Ô lọc không nói lấy danh sách ở đâu", "Ghi địa chỉ bắt đầu bằng /api/");
            }
            if (filter.options() == null && filter.listed() == null && !TYPES.contains(String.valueOf(filter.type()))) {
                add(place + ".type", "Ô lọc không có kiểu dùng được",
                        "Dùng text, date, number, unit, options hoặc listed");
            }
            values(place + ".options", filter.options());
        }

        private void values(String place, List<Value> values) {
            if (values != null) {
                values.stream().filter(Objects::nonNull).forEach(value -> word(place, value.key()));
            }
        }

        private void word(String place, String key) {
            if (key == null || !keys.contains(key)) {
                add(place, "Không có từ ngữ \"%s\"".formatted(key),
                        "Thêm khóa này vào words.properties và words_en.properties");
            }
        }

        private void add(String place, String problem, String advice) {
            findings.add(new Finding(file, place, problem, advice));
        }
    }
}
