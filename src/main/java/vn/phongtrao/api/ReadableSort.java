package vn.phongtrao.api;

import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.SortHandlerMethodArgumentResolver;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;

import vn.phongtrao.refusal.Refusal;

/** Spring decodes {@code sort} twice, and fails where there is nothing to decode. */
class ReadableSort extends SortHandlerMethodArgumentResolver {

    @Override
    public Sort resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
                                WebDataBinderFactory binders) {
        try {
            return super.resolveArgument(parameter, container, request, binders);
        } catch (IllegalArgumentException undecodable) {
            throw Refusal.malformed("sort", "Không đọc được cách sắp xếp");
        }
    }
}
