"""Compiles a kernel with numba into an object file. Only imported where no earlier process left one.

numba's own functions take Python objects by way of numba's run time. So that a later process need not load
that, every kernel gets an entry of its own, which reads NumPy's arrays and needs nothing but the C library.
"""

from functools import cache
from types import FunctionType
from typing import Any, cast

import numba
import numpy as np
from llvmlite import binding as llvm
from llvmlite import ir
from numba.core import types
from numba.core.compiler_lock import global_compiler_lock
from numba.np import arrayobj

from otehon.studio.kernels.native import ENTRY
from otehon.studio.kernels.source import Source
from otehon.studio.kernels.target import target

# numba's own optimiser must know the same processor as our machine code.
cast(Any, numba).config.CPU_NAME, cast(Any, numba).config.CPU_FEATURES = target()

# The block loops touch a dozen arrays at once; with LLVM's default limit on alias checks they stay scalar.
llvm.set_option("", "--runtime-memory-check-threshold=512")  # pyright: ignore[reportUnknownMemberType]

WORD = ir.IntType(64)
# Where a NumPy array holds its data, dimensions and strides, in words: the C API's PyArrayObject_fields.
HEADER = object.__basicsize__ // 8
DATA, DIMENSIONS, STRIDES = HEADER, HEADER + 2, HEADER + 3

OPTIONS = {
    "fastmath": True,
    "nogil": True,
    "error_model": "numpy",
    # Nothing that asks for numba's run time may get into the machine code; what allocates does not compile.
    "_nrt": False,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}


def compiled(kernel: Source, args: tuple[object, ...]) -> bytes:
    """An object file for arguments of the same kinds as those."""
    with cast(Any, global_compiler_lock):
        return _object_file(_intermediate(kernel, args))


def _intermediate(kernel: Source, args: tuple[object, ...]) -> str:
    """LLVM's text of a kernel with its entry, optimised."""
    dispatcher = _dispatcher(kernel)
    signature = tuple(_type_of(arg) for arg in args)
    dispatcher.compile(signature)
    version = dispatcher.overloads[signature]
    library = version.library.codegen.create_library(ENTRY)
    library.add_linking_library(version.library)
    module = library.create_ir_module(ENTRY)
    _write_entry(version, module)
    library.add_ir_module(module)
    library.finalize()
    return library.get_llvm_str()


@cache
def _dispatcher(kernel: Source) -> Any:
    """numba's view of a kernel: the same function, which finds numba's view of those that it calls."""
    function = kernel.function
    names = {
        name: _dispatcher(value) if isinstance(value, Source) else value
        for name, value in function.__globals__.items()
        if name in function.__code__.co_names
    }
    plain = FunctionType(function.__code__, {**names, "__name__": function.__module__})
    return cast(Any, numba.njit)(inline=kernel.inline, **OPTIONS)(plain)


def _type_of(arg: Any) -> Any:
    """numba's type of an argument, as `taken_apart` tells them apart."""
    if type(arg) is np.ndarray:
        layout = "C" if arg.flags.c_contiguous else "A"
        return types.Array(
            cast(Any, numba.from_dtype)(arg.dtype), arg.ndim, layout, readonly=not arg.flags.writeable
        )
    if isinstance(arg, tuple):
        members = cast(tuple[Any, ...], arg)
        return types.BaseTuple.from_types([_type_of(member) for member in members], type(members))
    return types.int64 if isinstance(arg, np.integer) else numba.typeof(arg)


def _write_entry(version: Any, module: ir.Module) -> None:
    """`int32 ENTRY(words, results)`: gathers the arguments, calls the kernel, hands over what it returns."""
    context, call = version.target_context, version.target_context.call_conv
    place = ir.PointerType(WORD)
    entry = ir.Function(module, ir.FunctionType(ir.IntType(32), [place, place]), ENTRY)
    builder = ir.IRBuilder(entry.append_basic_block())
    words, results = entry.args
    taken = _Words(context, builder, words)
    args = [taken.value(kind) for kind in version.signature.args]
    inner = ir.Function(
        module,
        call.get_function_type(version.fndesc.restype, version.fndesc.argtypes),
        version.fndesc.llvm_func_name,
    )
    status, value = call.call_function(builder, inner, version.fndesc.restype, version.fndesc.argtypes, args)
    if version.signature.return_type != types.none:
        for i in range(len(version.signature.return_type)):
            builder.store(builder.extract_value(value, i), _at(builder, results, i))
    builder.ret(builder.zext(status.is_error, ir.IntType(32)))


class _Words:
    """Reads values, one after the other, from where `taken_apart` put them."""

    def __init__(self, context: Any, builder: ir.IRBuilder, words: Any) -> None:
        self._context, self._builder, self._words = context, builder, words
        self._next = 0

    def value(self, kind: Any) -> Any:
        """The next value, of that numba type."""
        if issubclass(type(kind), types.BaseTuple):
            return self._context.make_tuple(self._builder, kind, [self.value(m) for m in kind])
        here = _at(self._builder, self._words, self._next)
        self._next += 1
        if issubclass(type(kind), types.Array):
            return self._array(kind, self._builder.inttoptr(self._builder.load(here), ir.PointerType(WORD)))
        if kind == types.boolean:
            return self._builder.icmp_signed("!=", self._builder.load(here), WORD(0))
        return self._builder.load(
            self._builder.bitcast(here, ir.PointerType(self._context.get_value_type(kind)))
        )

    def _array(self, kind: Any, header: Any) -> Any:
        context, builder = self._context, self._builder
        array = context.make_array(kind)(context, builder)
        size = context.get_abi_sizeof(context.get_data_type(kind.dtype))
        shape, strides = self._row(header, DIMENSIONS, kind.ndim), self._row(header, STRIDES, kind.ndim)
        data = builder.inttoptr(builder.load(_at(builder, header, DATA)), array.data.type)
        cast(Any, arrayobj).populate_array(array, data, shape, strides, WORD(size), None)
        return array._getvalue()

    def _row(self, header: Any, place: int, length: int) -> list[Any]:
        start = self._builder.load(_at(self._builder, header, place))
        row = self._builder.inttoptr(start, ir.PointerType(WORD))
        return [self._builder.load(_at(self._builder, row, i)) for i in range(length)]


def _at(builder: ir.IRBuilder, start: Any, index: int) -> Any:
    return builder.gep(start, [WORD(index)])


def _object_file(text: str) -> bytes:
    """What the entry needs of a module, as machine code."""
    module = llvm.parse_assembly(text)
    for part in (*module.functions, *module.global_variables):
        if not part.is_declaration and part.name != ENTRY:
            part.linkage = "internal"
    machine = _machine()
    passes = llvm.create_new_module_pass_manager()
    passes.add_global_dead_code_eliminate_pass()
    passes.run(module, llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options()))
    return machine.emit_object(module)


@cache
def _machine() -> llvm.TargetMachine:
    machine = llvm.Target.from_triple(llvm.get_process_triple())
    return machine.create_target_machine(
        cpu=target().name,
        features=target().features,
        opt=3,
        reloc="static",
        codemodel="jitdefault",
        jit=True,
    )
