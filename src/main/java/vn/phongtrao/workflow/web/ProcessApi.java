package vn.phongtrao.workflow.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.phongtrao.refusal.StatusText;
import vn.phongtrao.workflow.ProcessForms;
import vn.phongtrao.workflow.ProcessForms.FormOf;
import vn.phongtrao.workflow.ProcessForms.Startable;
import vn.phongtrao.workflow.form.FormSchemas;

/**
 * Describes the process API at {@code /v3/api-docs/processes}: the engine's calls that officers have, with the forms
 * that are deployed when it is first asked for. Each process has a start of its own. All tasks are submitted at one
 * address, which OpenAPI lists once, so its variables are those of any of the tasks: {@code anyOf}, because the forms
 * of several tasks ask for the same, and because generators make a class for each form, and one that takes any of them.
 */
@Configuration(proxyBeanMethods = false)
class ProcessApi {

    private static final String PREFIX = "/engine-rest";
    private static final String START = "/process-definition/key/{key}/submit-form";
    private static final String VARIABLES = "variables";
    private static final String TASK_VARIABLES = "task-variables";
    private static final String SUBMISSION = "task-submission";
    private static final String REFUSAL = "refusal";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    @Bean
    GroupedOpenApi processes(ProcessForms forms) {
        return GroupedOpenApi.builder().group("processes").pathsToMatch(PREFIX + "/**")
                .addOpenApiCustomizer(api -> describe(api, forms.startable())).build();
    }

    private static void describe(OpenAPI api, List<Startable> processes) {
        var engine = EngineApi.ofOfficers();
        api.info(new Info().title("API quy trình phong trào Toàn dân bảo vệ an ninh Tổ quốc").version("1")
                .description("Lập hồ sơ, xem và hoàn thành nhiệm vụ: các chức năng của máy quy trình Camunda 7 mà cán "
                + "bộ "
                        + "và hệ thống được gọi, với các ô của từng biểu mẫu."));
        var schemas = engine.getComponents().getSchemas();
        schemas.put(REFUSAL, refusal());
        api.getComponents().setSchemas(schemas);
        api.setTags(null);
        api.setPaths(paths(engine.getPaths(), processes, schemas));
        api.getPaths().values().stream().flatMap(item -> item.readOperationsMap().entrySet().stream())
                .forEach(call -> answers(call.getValue(), call.getKey()));
    }

    private static Paths paths(Paths engine, List<Startable> processes, Map<String, Schema> schemas) {
        var paths = new Paths();
        var start = engine.remove(START).getPost();
        engine.remove("/process-definition/{id}/submit-form");
        processes.forEach(process -> paths.addPathItem(PREFIX + START.replace("{key}", process.key()),
                new PathItem().post(start(process, start, schemas))));
        addTasks(processes, schemas);
        Stream.of("complete", "submit-form").map("/task/{id}/"::concat)
                .forEach(path -> engine.get(path).getPost().requestBody(body(SUBMISSION)));
        engine.forEach((path, item) -> paths.addPathItem(PREFIX + path, item));
        return paths;
    }

    private static Operation start(Startable process, Operation any, Map<String, Schema> schemas) {
        var id = "start-" + process.key();
        var form = add(process.start(), schemas);
        schemas.put(id, submission(process.start().id())
                .required(form.getRequired() == null ? null : List.of(VARIABLES)));
        return new Operation().operationId(id).tags(any.getTags()).summary(process.name())
                .description(process.about()).requestBody(body(id))
                .responses(new ApiResponses().addApiResponse("200", any.getResponses().get("200")));
    }

    private static void addTasks(List<Startable> processes, Map<String, Schema> schemas) {
        var any = new Schema<>();
        processes.stream().flatMap(process -> process.tasks().stream()).forEach(task -> {
            add(task, schemas);
            any.addAnyOfItem(reference(task.id()));
        });
        schemas.put(TASK_VARIABLES, any);
        schemas.put(SUBMISSION, submission(TASK_VARIABLES));
    }

    private static Schema<?> add(FormOf form, Map<String, Schema> schemas) {
        schemas.putAll(FormSchemas.of(form.id(), form.form()));
        return schemas.get(form.id()).description(form.name());
    }

    private static Schema<?> submission(String variables) {
        return new ObjectSchema().addProperty(VARIABLES, reference(variables)).additionalProperties(false);
    }

    private static RequestBody body(String schema) {
        return new RequestBody().required(true).content(json(schema));
    }

    private static Content json(String schema) {
        return new Content().addMediaType(JSON, new MediaType().schema(reference(schema)));
    }

    private static Schema<?> reference(String schema) {
        return new Schema<>().$ref(schema);
    }

    /** How every call is refused; the engine's examples are of other processes. */
    private static void answers(Operation operation, PathItem.HttpMethod method) {
        var answers = operation.getResponses();
        answers.values().stream().filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().values().stream()).forEach(content -> content.setExamples(null));
        answers.addApiResponse("401", new ApiResponse().description(StatusText.title(401)));
        (method == PathItem.HttpMethod.POST ? Stream.of(400, 403, 404, 409, 422) : Stream.of(400, 403, 404))
                .forEach(status -> answers.addApiResponse(status.toString(),
                        new ApiResponse().description(StatusText.title(status)).content(json(REFUSAL))));
    }

    private static Schema<?> refusal() {
        return new ObjectSchema().description("Lý do từ chối; không có gì thay đổi.")
                .addProperty("type", new StringSchema())
                .addProperty("message", new StringSchema().description("Bắt đầu bằng tên ô, nếu lỗi ở một ô"))
                .addProperty("field", new StringSchema().description("Ô bị lỗi, ví dụ nominees[0].name"))
                .addProperty("legalBasis", new StringSchema().description("Căn cứ pháp lý"))
                .addProperty("errors", new ArraySchema().description("Mọi lỗi tìm thấy, lỗi đầu tiên như trên")
                        .items(new ObjectSchema().addProperty("field", new StringSchema())
                                .addProperty("message", new StringSchema()).required(List.of("message"))))
                .required(List.of("type", "message"));
    }
}
