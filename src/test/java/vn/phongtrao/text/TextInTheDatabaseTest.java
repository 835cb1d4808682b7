package vn.phongtrao.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

/** The database compares, searches and sorts as the program does. */
class TextInTheDatabaseTest {

    private static final List<String> PIECES = List.of("Hòa", "hoà", "THÚY", "thuý", "Đ", "\u00D0", "\u0189", "ð", " ",
            "\u00A0", "\u200B", "\u00AD", "\u202E", "-", "/", "'", "12", "²", "ạ", "ẫ", "ở", "ợ", "ữ", "\u0301",
            "\u0323", "\u0302", "\u031B", "e", "u", "y", "o", "İ", "Σ", "ß", "ﬁ", "漢", "សុខ", "។", "😀", "★", "①", "\u3000", "，", "Ⅳ", "№",
            "\n", "_", "%", "\\", "\uFE0F", "\u3164", "한");

    private static JdbcClient jdbc;

    private record Row(String text, String comparable, String searchable) {
    }

    @BeforeAll
    static void connect() {
        jdbc = JdbcClient.create(TestDatabase.create());
    }

    @Test
    void textsCompareAndAreFoundAlike() {
        var random = new Random(7);
        var texts = IntStream.range(0, 4000).mapToObj(i -> i % 2 == 0 ? pieces(random) : letters(random)).toList();

        var rows = jdbc.sql("select t, comparable(t), searchable(t) from unnest(:texts) t")
                .param("texts", texts.toArray(String[]::new)).query((row, index) ->
                        new Row(row.getString(1), row.getString(2), row.getString(3))).list();

        assertThat(rows).hasSize(texts.size()).allSatisfy(row -> assertThat(row).isEqualTo(
                new Row(row.text(), PlainText.comparable(row.text()), PlainText.searchable(row.text()))));
    }

    /** What is kept is compared as what came in. */
    @Test
    void textComparesAsItIsKept() {
        var random = new Random(8);
        IntStream.range(0, 4000).mapToObj(i -> pieces(random)).forEach(text -> {
            assertThat(PlainText.comparable(PlainText.kept(text))).isEqualTo(PlainText.comparable(text));
            assertThat(PlainText.kept(PlainText.kept(text))).isEqualTo(PlainText.kept(text));
        });
    }

    @Test
    void namesAreSortedAlike() {
        var names = List.of("Zìn", "Ân", "Đặng", "An", "Dũng", "Bà Chiểu", "Ban", "Ba", "Bá", "Bả", "Bã", "Bà", "Bạ",
                "Ăn", "Ơn", "Ôn", "On", "Ưng", "Ung", "Êm", "Em", "Ích", "Ỷ", "Xã 2", "Xã 10", "Xã A", "Xã A1", "Phường 1",
                "Phường 12", "Phường 2", "Hòa Bình", "Hoà Bình", "Hòa An", "Hoàn", "Đỗ", "Do", "Khánh An", "Khánh Ân",
                "Khanh", "Út", "Uy");
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(9));

        var byDatabase = jdbc.sql("select n from unnest(:names) n order by n collate vietnamese")
                .param("names", shuffled.toArray(String[]::new)).query(String.class).list();

        assertThat(byDatabase).containsSubsequence("An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ",
                "Bà Chiểu", "Ban", "Dũng", "Đặng", "Phường 1", "Phường 2", "Phường 12", "Zìn");
        assertThat(shuffled.stream().sorted(Alphabet.ORDER).toList()).isEqualTo(byDatabase);
    }

    private static String pieces(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(8)).mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    /** Latin, Greek and Cyrillic, Vietnamese, Khmer, signs. Capitals that Unicode got late are lower for some only. */
    private static String letters(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(10)).map(i -> switch (random.nextInt(5)) {
            case 0, 1 -> 1 + random.nextInt(0x52F);
            case 2 -> 0x1E00 + random.nextInt(0x100);
            case 3 -> 0x1780 + random.nextInt(0x80);
            default -> 0x2000 + random.nextInt(0xBFF);
        }).filter(Character::isDefined).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
