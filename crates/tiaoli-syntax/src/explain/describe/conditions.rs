//! Conditions and expressions.

use super::Description::{self, Inner, Kept, Part};
use crate::grammar::Rule;

pub(super) fn describe(rule: Rule) -> Option<Description> {
    Some(match rule {
        Rule::condition | Rule::clause | Rule::atom => Part("条件", "a condition"),
        Rule::and => Kept("且"),
        Rule::or => Kept("或"),
        Rule::not => Kept("非"),
        Rule::pause_and => Inner,
        Rule::all_of => Kept("同时符合"),
        Rule::any_of => Kept("符合之一"),
        Rule::meets => Kept("符合"),
        Rule::reach | Rule::comparison => Part("事实或算式", "a fact or a sum"),
        Rule::one_of_list => Kept("属于"),
        Rule::is_list => Kept("为"),
        Rule::has_list => Kept("含"),
        Rule::list | Rule::element => Part("值", "a value"),
        Rule::group => Part("“（甲、乙）”", "`（甲、乙）`"),
        Rule::side_condition => Part("“（条件）”", "`（condition）`"),
        Rule::bands => Kept("为"),
        Rule::range | Rule::band | Rule::span_to => Part("区间", "a band"),
        Rule::side => Part("界限", "a bound"),
        Rule::first => Part("“前3位”", "`前3位`"),
        Rule::bound_before | Rule::bound_plain => {
            Part("“达到、不超过、超过”等词", "a word such as 达到, 不超过 or 超过")
        }
        Rule::level_after | Rule::level_name => Part("“省级以上”", "`省级以上`"),
        Rule::bound_after => Part("“以上、以下、以内”", "`以上`, `以下` or `以内`"),
        Rule::bound_word => Part("“以上、不超过”等词", "a word such as 以上 or 不超过"),
        Rule::expression | Rule::term | Rule::factor | Rule::primary => {
            Part("数额、事实或算式", "a figure, a fact or a sum")
        }
        Rule::share => Part("“的30％”", "`的30％`"),
        Rule::fold => Part("“合计、最大值”", "`合计` or `最大值`"),
        Rule::excess => Part("“超出 … 的部分”", "`超出 … 的部分`"),
        Rule::extreme | Rule::least_word | Rule::greatest_word => Part("“与 … 孰低”", "`与 … 孰低`"),
        Rule::extreme_of => Part("数额、事实或算式", "a figure, a fact or a sum"),
        Rule::within | Rule::beyond | Rule::between_figures => Part("“90平方米以内部分”", "`90平方米以内部分`"),
        Rule::halved => Kept("减半"),
        Rule::each => Kept("逐年"),
        Rule::rounded | Rule::rounding_step | Rule::step_unit | Rule::whole_number => {
            Part("“（四舍五入 至 元）”", "`（四舍五入 至 元）`")
        }
        Rule::per_full | Rule::full_word => Kept("每满"),
        Rule::more_word => Kept("每增加"),
        Rule::growing => Part("“比 … 每增加1000万元”", "`比 … 每增加1000万元`"),
        Rule::moved | Rule::ago => Part("“起60日、起3个月”", "`起60日` or `起3个月`"),
        Rule::length | Rule::time_unit => Part("一段时间（60日、3个月、2年）", "a length of time (60日, 3个月, 2年)"),
        Rule::moment => Part("日期", "a date"),
        Rule::elapsed | Rule::counted | Rule::count_word => {
            Part("“的天数、的整月数、的年数”", "`的天数`, `的整月数` or `的年数`")
        }
        Rule::versus | Rule::versus_word => Part("“比 … 增长、增加额、下降”", "`比 … 增长`, `增加额` or `下降`"),
        Rule::of_year => Kept("的年份"),
        Rule::as_of_date => Kept("评定日期"),
        Rule::dated => Part("“名称（按 日期）”", "`name（按 date）`"),
        Rule::window => Kept("在"),
        Rule::filtered => Part("“名单（条件）”", "`list（condition）`"),
        Rule::bracket => Part("括号", "a bracket"),
        Rule::add => Kept("加"),
        Rule::subtract => Kept("减"),
        Rule::multiply => Kept("×"),
        Rule::divide => Kept("÷"),
        Rule::history => Part("已获 3.1 的拨付", "earlier payments under a clause"),
        Rule::received => Kept("已获"),
        Rule::ranked | Rule::taken => Part("按 … 由高到低 前10名", "the first so many, in an order"),
        Rule::rank_order => Part("按 … 由高到低", "an order"),
        Rule::descending => Kept("由高到低"),
        Rule::ascending_order => Kept("由低到高"),
        Rule::tied | Rule::tied_in | Rule::tied_out | Rule::tied_listed => {
            Part("并列 均计入、均不计入、按名单次序", "what happens to ties")
        }
        Rule::if_none => Part("无则 0元", "the value where there is none"),
        Rule::distinct => Part("不重复人数", "how many different ones"),
        Rule::distinct_word => Kept("不重复人数"),
        _ => return None,
    })
}
