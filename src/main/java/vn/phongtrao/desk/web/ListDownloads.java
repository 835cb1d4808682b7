package vn.phongtrao.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.PagesOnly;
import vn.phongtrao.register.WholeList;
import vn.phongtrao.sheet.RowFormat;

/**
 * Lets every list of the API be taken away as a whole, as a file ({@code format}, or {@code Accept}): its method gets a
 * {@link WholeList} instead of a page, so that it reads, narrows and sorts as ever, and its rows go to the file.
 */
@Component
class ListDownloads implements HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler,
        SmartInitializingSingleton {

    static final String FORMAT = "format";

    private static final String DOWNLOAD = ListDownloads.class.getName();

    private final RequestMappingHandlerAdapter adapter;
    private final Downloads downloads;
    private final HandlerMethodArgumentResolverComposite pages = new HandlerMethodArgumentResolverComposite();
    private final HandlerMethodReturnValueHandlerComposite answers = new HandlerMethodReturnValueHandlerComposite();

    ListDownloads(@Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter,
                  Downloads downloads) {
        this.adapter = adapter;
        this.downloads = downloads;
    }

    /** Before those that know pages and bodies, who do what is no download. */
    @Override
    public void afterSingletonsInstantiated() {
        pages.addResolvers(adapter.getArgumentResolvers());
        answers.addHandlers(adapter.getReturnValueHandlers());
        adapter.setArgumentResolvers(List.of(this, pages));
        adapter.setReturnValueHandlers(List.of(this, answers));
    }

    /** Whether a method answers with a list that can be taken away: that of a register. */
    static boolean lists(MethodParameter returned) {
        var method = returned.getMethod();
        return method != null && method.getReturnType() == PagedModel.class
                && AnnotatedElementUtils.hasAnnotation(method, GetMapping.class)
                && !method.isAnnotationPresent(PagesOnly.class);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Pageable.class && lists(parameter);
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
                                  WebDataBinderFactory binders) throws Exception {
        var page = (Pageable) pages.resolveArgument(parameter, container, request, binders);
        var asked = request.getNativeRequest(HttpServletRequest.class);
        var format = format(asked);
        if (format.isEmpty() || page == null) {
            return page;
        }
        var download = downloads.begin(format.get(), asked, request.getNativeResponse(HttpServletResponse.class));
        asked.setAttribute(DOWNLOAD, download);
        return new WholeList(page.getSort(), download);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return lists(returned);
    }

    @Override
    public void handleReturnValue(Object answer, MethodParameter returned, ModelAndViewContainer container,
                                  NativeWebRequest request) throws Exception {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked.getAttribute(DOWNLOAD) instanceof Downloads.Download begun
                && answer instanceof PagedModel<?> page) {
            begun.takeUnlessTaken(page.getContent());
            container.setRequestHandled(true);
        } else {
            answers.handleReturnValue(answer, returned, container, request);
        }
    }

    /** The parameter speaks before the header; whoever takes JSON, too, gets JSON. */
    private static Optional<RowFormat> format(HttpServletRequest request) {
        var named = request.getParameter(FORMAT);
        if (named != null && !named.isBlank()) {
            return named.equals("json") ? Optional.empty() : Optional.of(Arrays.stream(RowFormat.values())
                    .filter(format -> format.id().equals(named)).findFirst().orElseThrow(() ->
                            Refusal.malformed(FORMAT, "Chỉ có các định dạng json, xlsx, csv")));
        }
        try {
            var accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            var json = wish(accepted, type -> type.includes(MediaType.APPLICATION_JSON));
            return Arrays.stream(RowFormat.values()).filter(format -> json < wish(accepted,
                    MediaType.parseMediaType(format.mediaType())::equalsTypeAndSubtype)).findFirst();
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
    }

    /** How much it is wished for, up to 1; 0 for not at all. */
    private static double wish(List<MediaType> accepted, Predicate<MediaType> type) {
        return accepted.stream().filter(type).mapToDouble(MediaType::getQualityValue).max().orElse(0);
    }
}
