package vn.phongtrao.desk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.refusal.Refusal;

/** The registers that people can read. */
@Component
public class RegisterShelf {

    /** The register that a procedure keeps, in its folder. */
    private static final String OWN = "register.json";

    private final List<RegisterPage> registers;

    RegisterShelf(Procedures procedures, ResourcePatternResolver resources, ObjectMapper json) throws IOException {
        var common = Arrays.stream(resources.getResources("classpath*:registers/*.json"));
        registers = Stream.concat(common, procedures.all().stream().flatMap(folder -> folder.find(OWN).stream()))
                .map(file -> read(file, json)).sorted(Comparator.comparing(RegisterPage::order)).toList();
    }

    /** All of them, in their order. */
    public List<RegisterPage> all() {
        return registers;
    }

    /** @throws Refusal not found */
    public RegisterPage require(String name) {
        return registers.stream().filter(register -> register.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notFound("Không có sổ này"));
    }

    private static RegisterPage read(Resource file, ObjectMapper json) {
        try (var text = file.getInputStream()) {
            return json.readValue(text, RegisterPage.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Register description %s".formatted(file), unreadable);
        }
    }
}
