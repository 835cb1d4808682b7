package vn.phongtrao.province;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of provinces as a command. */
class ProvinceCheckCommandTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatIsSoundHasNoFinding() {
        assertThat(run()).isZero();
        assertThat(run("src/test/resources/example-provinces")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("Không có lỗi.\n".repeat(2));
    }

    @Test
    void findingsArePrintedOneALine() throws IOException {
        Files.createDirectories(folder.resolve("ca-mau-2025"));
        Files.writeString(folder.resolve("ca-mau-2025/places.csv"), "unit,place\n96/1,Nơi Lạ\n96/2,Nơi Lạ\n");

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8).lines()).containsExactly(
                "ca-mau-2025/places.csv, dòng 2, cột unit: Không có đơn vị \"96/1\". Sửa đường dẫn, hoặc thêm đơn vị đó "
                        + "vào units.csv.",
                "ca-mau-2025/places.csv, dòng 3, cột unit: Không có đơn vị \"96/2\". Sửa đường dẫn, hoặc thêm đơn vị đó "
                        + "vào units.csv.",
                "2 lỗi.");
    }

    @Test
    void anAuthorityThatATableNeedsToNumberDecisionsIsMissed() throws IOException {
        Files.writeString(folder.resolve("authorities.csv"),
                Files.readString(Path.of("provinces/authorities.csv")).replace(",UBND,", ",UBX,"));

        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("-jurisdiction.dmn, dòng ", "không ban hành được quyết định có ký hiệu \"QĐ-UBND\"",
                "khai báo cơ quan trong authorities.csv của tỉnh");
    }

    @Test
    void aFolderThatIsNotThereIsToldApart() {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(out.toString(UTF_8)).startsWith("Cách dùng: java -jar phongtrao.jar check --provinces THƯ-MỤC");
    }

    private int run(String... folders) {
        return ProvinceCheckCommand.run(List.of(folders), new PrintStream(out, true, UTF_8));
    }
}
