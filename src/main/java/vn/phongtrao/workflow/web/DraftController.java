package vn.phongtrao.workflow.web;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.workflow.Drafts;
import vn.phongtrao.workflow.FormPlaces;

/** What the caller has typed into a form and not sent yet; it is nobody else's to see. */
@RestController
@RequestMapping("/api/drafts")
@Tag(name = "drafts", description = "Bản đang nhập dở của chính người gọi")
class DraftController {

    /** More than the longest list of nominees. */
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_WRONG = 1_000;

    private final Drafts drafts;
    private final FormPlaces places;
    private final CurrentOfficer officer;

    DraftController(Drafts drafts, FormPlaces places, CurrentOfficer officer) {
        this.drafts = drafts;
        this.places = places;
        this.officer = officer;
    }

    /**
     * @param fields of the form, by key
     * @param wrong  what was said to be wrong with rows of its lists, such as cells of a sheet that could not be read: a
     *               list; null for nothing
     */
    record Typed(@NotNull(message = REQUIRED) @Schema(types = "object", implementation = Object.class) JsonNode fields,
                 @Schema(types = "array", implementation = Object.class) JsonNode wrong) {
    }

    /** @param fields as they were typed, and {@code wrong} as it was sent with them */
    record Kept(Instant savedAt, @JsonRawValue @Schema(types = "object", implementation = Object.class) String fields,
                @JsonRawValue @Schema(types = "array", implementation = Object.class) String wrong) {
    }

    @GetMapping("/tasks/{task}")
    @Operation(summary = "Bản đang nhập của một nhiệm vụ; 204 khi không có")
    ResponseEntity<Kept> ofTask(@PathVariable String task) {
        return answer(places.task(task, officer.get()));
    }

    @PutMapping("/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Giữ bản đang nhập của một nhiệm vụ thuộc về hoặc nhận được bởi người gọi")
    void keepTask(@PathVariable String task, @Valid @RequestBody Typed typed) {
        drafts.keep(places.task(task, officer.get()), officer.get(), json(typed), wrong(typed));
    }

    @DeleteMapping("/tasks/{task}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bỏ bản đang nhập của một nhiệm vụ")
    void forgetTask(@PathVariable String task) {
        drafts.forget(Drafts.Place.task(task), officer.get());
    }

    @GetMapping("/processes/{process}")
    @Operation(summary = "Bản đang nhập của biểu mẫu lập hồ sơ; 204 khi không có")
    ResponseEntity<Kept> ofProcess(@PathVariable String process) {
        return answer(places.start(process, officer.get()));
    }

    @PutMapping("/processes/{process}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Giữ bản đang nhập của biểu mẫu lập hồ sơ mà người gọi được lập")
    void keepProcess(@PathVariable String process, @Valid @RequestBody Typed typed) {
        drafts.keep(places.start(process, officer.get()), officer.get(), json(typed), wrong(typed));
    }

    @DeleteMapping("/processes/{process}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bỏ bản đang nhập của biểu mẫu lập hồ sơ")
    void forgetProcess(@PathVariable String process) {
        drafts.forget(Drafts.Place.start(process), officer.get());
    }

    private ResponseEntity<Kept> answer(Drafts.Place place) {
        return drafts.of(place, officer.get()).map(draft -> ResponseEntity.ok(new Kept(draft.savedAt(),
                draft.fields(), draft.wrong()))).orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static String wrong(Typed typed) {
        if (typed.wrong() == null || typed.wrong().isNull()) {
            return null;
        }
        if (!typed.wrong().isArray() || typed.wrong().size() > MOST_WRONG) {
            throw Refusal.malformed("wrong", "Phải là danh sách nhiều nhất %d mục".formatted(MOST_WRONG));
        }
        return typed.wrong().toString();
    }

    private static String json(Typed typed) {
        if (!typed.fields().isObject()) {
            throw Refusal.malformed("fields", "Phải là một đối tượng");
        }
        var json = typed.fields().toString();
        if (json.length() + Objects.requireNonNullElse(wrong(typed), "").length() > MOST_CHARACTERS) {
            throw Refusal.malformed("fields", "Bản đang nhập quá lớn");
        }
        return json;
    }
}
