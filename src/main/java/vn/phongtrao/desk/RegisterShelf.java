package vn.phongtrao.desk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.ProceduresChanged;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** The registers that people can read. */
@Component
public class RegisterShelf {

    /** What the names of files end with that describe registers of a procedure, in its folder. */
    static final String OWN = "register.json";

    private final Procedures procedures;
    private final ObjectMapper json;
    private final List<RegisterPage> common;
    private volatile List<RegisterPage> registers;

    RegisterShelf(Procedures procedures, ResourcePatternResolver resources, ObjectMapper json) throws IOException {
        this.procedures = procedures;
        this.json = json;
        this.common = Arrays.stream(resources.getResources("classpath*:registers/*.json")).map(this::read).toList();
        fill();
    }

    /** Those of the procedures change with them. */
    @EventListener(ProceduresChanged.class)
    void fill() {
        registers = Stream.concat(common.stream(), procedures.files().endingWith(OWN).entrySet().stream()
                        .map(file -> read(new ByteArrayResource(file.getValue(), file.getKey()))))
                .sorted(Comparator.comparing(RegisterPage::order)).toList();
    }

    /** All of them, in their order. */
    public List<RegisterPage> all() {
        return registers;
    }

    /** Those that the officer may read, in their order. */
    public List<RegisterPage> of(Officer officer) {
        return registers.stream().filter(register -> !register.auditors() || officer.auditor()).toList();
    }

    /** @throws Refusal not found */
    public RegisterPage require(String name) {
        return registers.stream().filter(register -> register.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notFound("Không có sổ này"));
    }

    /** The one that the API lists there. @param path of an address of the API */
    public Optional<RegisterPage> listedAt(String path) {
        return registers.stream().filter(register -> register.api().equals(path)).findFirst();
    }

    private RegisterPage read(Resource file) {
        try (var text = file.getInputStream()) {
            return json.readValue(text, RegisterPage.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Register description %s".formatted(file), unreadable);
        }
    }
}
