package vn.phongtrao.press.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.phongtrao.press.BlankForm;

/** Where those who print certificates move the text on their authority's pre-printed forms. */
@Controller
class BlankFormPages {

    private final BlankFormController api;

    BlankFormPages(BlankFormController api) {
        this.api = api;
    }

    @GetMapping("/blank-forms")
    String mine(Model model) {
        model.addAttribute("entries", api.mine());
        model.addAttribute("sizes", BlankForm.Size.values());
        return "press/blank-forms";
    }
}
