package vn.phongtrao.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of people. The lists' lengths have no common divisor, so that a name comes back after 2,431 others. */
final class Names {

    private static final List<List<String>> PARTS = List.of(
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"),
            List.of("Văn", "Thị", "Hữu", "Minh", "Ngọc", "Thanh", "Quốc", "Kim", "Đức", "Hoàng", "Thúy"),
            List.of("An", "Bình", "Cường", "Dũng", "Giang", "Hạnh", "Hùng", "Khánh", "Lan", "Long", "Mai", "Nam", "Phúc", "Quân", "Sơn",
                    "Tâm", "Vinh"));

    private Names() {
    }

    static String of(int number) {
        return PARTS.stream().map(names -> names.get(number % names.size())).collect(Collectors.joining(" "));
    }

    /** The same as an expression in SQL. @param number an expression */
    static String sql(String number) {
        return PARTS.stream().flatMap(names -> Stream.of("' '", names.stream().map("'%s'"::formatted).collect(Collectors.joining(",", "(array[", "])"))
                + "[1 + (%s) %% %d]".formatted(number, names.size()))).skip(1).collect(Collectors.joining(" || "));
    }
}
