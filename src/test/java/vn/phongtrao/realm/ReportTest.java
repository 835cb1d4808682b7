package vn.phongtrao.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void whatDiffersIsSaidByPlaceAndWhatIsTheSameInManyPlacesOnce() {
        var differences = new Differences();
        add(differences, "Ứng dụng a", "một");
        add(differences, "Ứng dụng a", "hai");
        IntStream.rangeClosed(1, 6).forEach(number -> add(differences, "Nhóm " + number, "chưa có, sẽ thêm"));
        add(differences, "Nhóm 9", "không có ai: sẽ xóa");

        assertThat(Report.lines(differences)).containsExactly("  Ứng dụng a", "      một", "      hai",
                "  Nhóm 1 và 5 chỗ khác như Nhóm 2", "      chưa có, sẽ thêm", "  Nhóm 9", "      không có ai: sẽ xóa");
    }

    private static void add(Differences differences, String place, String words) {
        differences.add(place, words, () -> {
        });
    }
}
